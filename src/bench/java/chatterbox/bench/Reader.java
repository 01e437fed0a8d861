package chatterbox.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One WebSocket of the load driver: reads frames and looks into them for what the load put there, without parsing JSON, so
 * that a core can read for hundreds. For one thread.
 */
final class Reader {
    /** What a message of the load begins with; sender, number and time follow, each with a colon behind it. */
    static final String MARK = "@b:";

    private static final byte[] MARK_BYTES = MARK.getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ACK = "\"type\":\"ack\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO = "\"type\":\"refused\"".getBytes(StandardCharsets.US_ASCII);

    private static final int TEXT = 1;
    private static final int PING = 9;

    /** Empty, as the server's pings are, and masked. */
    private static final byte[] PONG = {(byte) 0x8a, (byte) 0x80, 0, 0, 0, 0};

    private final int number;
    private final SocketChannel channel;
    private ByteBuffer in = ByteBuffer.allocate(16_384);

    interface Heard {
        void message(int sender, int number, long nanos);

        void ack();

        void refused();
    }

    Reader(int number, URI server, String token) throws IOException {
        this.number = number;
        channel = SocketChannel.open();
        channel.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        var key = new byte[16];
        ThreadLocalRandom.current().nextBytes(key);
        writeFully(ByteBuffer.wrap(("GET " + server.getPath() + "ws HTTP/1.1\r\nHost: " + server.getAuthority()
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                        + Base64.getEncoder().encodeToString(key) + "\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII)));
        awaitUpgrade();
    }

    int number() {
        return number;
    }

    void register(Selector selector) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Masked with zeros, which is a mask like any other. */
    void send(String command) throws IOException {
        var text = command.getBytes(StandardCharsets.UTF_8);
        var frame = ByteBuffer.allocate(text.length + 14).put((byte) 0x81);
        if (text.length <= 125) {
            frame.put((byte) (0x80 | text.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) text.length);
        }
        writeFully(frame.putInt(0).put(text).flip());
    }

    /** Takes what is there. */
    void read(Heard heard) throws IOException {
        if (channel.read(in) < 0) {
            throw new EOFException("The server closed a socket");
        }
        take(heard);
    }

    /** Blocks until a frame with this text came; before it is registered. */
    void awaitText(String text) throws IOException {
        var wanted = text.getBytes(StandardCharsets.US_ASCII);
        while (find(in.array(), wanted, 0, in.position()) < 0) {
            makeRoom();
            if (channel.read(in) < 0) {
                throw new EOFException("The server closed a socket");
            }
        }
        take(null);
    }

    void close() throws IOException {
        channel.close();
    }

    private void take(Heard heard) throws IOException {
        in.flip();
        while (frame(heard)) {}
        in.compact();
        makeRoom();
    }

    private void makeRoom() {
        if (!in.hasRemaining()) {
            in = ByteBuffer.allocate(in.capacity() * 2).put(in.flip());
        }
    }

    private boolean frame(Heard heard) throws IOException {
        var start = in.position();
        if (in.remaining() < 2) {
            return false;
        }
        var opcode = in.get() & 0x0f;
        long length = in.get() & 0x7f;
        var header = length == 126 ? 2 : length == 127 ? 8 : 0;
        if (in.remaining() < header) {
            in.position(start);
            return false;
        }
        length = header == 2 ? in.getShort() & 0xffff : header == 8 ? in.getLong() : length;
        if (in.remaining() < length) {
            in.position(start);
            return false;
        }
        var end = in.position() + (int) length;
        if (opcode == PING) {
            writeFully(ByteBuffer.wrap(PONG));
        } else if (opcode == TEXT && heard != null) {
            hear(heard, in.array(), in.position(), end);
        }
        in.position(end);
        return true;
    }

    private static void hear(Heard heard, byte[] bytes, int from, int to) {
        for (var at = find(bytes, MARK_BYTES, from, to); at >= 0; at = find(bytes, MARK_BYTES, at, to)) {
            var sender = number(bytes, at + MARK_BYTES.length);
            at += MARK_BYTES.length + length(bytes, at + MARK_BYTES.length);
            var number = number(bytes, at);
            at += length(bytes, at);
            heard.message((int) sender, (int) number, number(bytes, at));
        }
        for (var at = find(bytes, ACK, from, to); at >= 0; at = find(bytes, ACK, at + 1, to)) {
            heard.ack();
        }
        if (find(bytes, NO, from, to) >= 0) {
            heard.refused();
        }
    }

    private static long number(byte[] bytes, int at) {
        long number = 0;
        for (var next = at; bytes[next] != ':'; next++) {
            number = number * 10 + bytes[next] - '0';
        }
        return number;
    }

    private static int length(byte[] bytes, int at) {
        var end = at;
        while (bytes[end] != ':') {
            end++;
        }
        return end - at + 1;
    }

    private static int find(byte[] bytes, byte[] wanted, int from, int to) {
        for (var at = from; at <= to - wanted.length; at++) {
            if (bytes[at] == wanted[0]
                    && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    private void awaitUpgrade() throws IOException {
        var end = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        var at = -1;
        while (at < 0) {
            if (channel.read(in) < 0) {
                throw new EOFException("The handshake was cut");
            }
            at = find(in.array(), end, 0, in.position());
        }
        var answer = new String(in.array(), 0, at, StandardCharsets.US_ASCII);
        if (!answer.startsWith("HTTP/1.1 101")) {
            throw new IOException(answer);
        }
        in.flip().position(at + end.length);
        in.compact();
    }

    private void writeFully(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
