package chatterbox.conformance;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;

/** A WebSocket by hand (RFC 6455): it sends its frames byte by byte as it is told, and reads only when it is asked to. */
final class BareSocket implements AutoCloseable {
    static final int TEXT = 1;
    private static final int CONTINUATION = 0;
    private static final int CLOSE = 8;
    private static final int PONG = 10;
    private static final int SMALL_BUFFER = 4_096;
    private static final int PATIENCE_MILLIS = 15_000;

    private final Socket line = new Socket();
    private final DataInputStream in;

    /** Opens the person's socket, with as little room for what comes as the system gives. */
    BareSocket(Person person) {
        var base = person.http().base();
        try {
            line.setReceiveBufferSize(SMALL_BUFFER);
            line.setSoTimeout(PATIENCE_MILLIS);
            line.connect(new InetSocketAddress(base.getHost(), base.getPort()));
            in = new DataInputStream(line.getInputStream());
            shakeHands(person);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void shakeHands(Person person) throws IOException {
        var request = String.join(
                "\r\n",
                "GET " + person.http().uri("/ws").getPath() + " HTTP/1.1",
                "Host: " + person.http().base().getAuthority(),
                "Authorization: Bearer " + person.token(),
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "",
                "");
        line.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            head.write(in.readUnsignedByte());
        }
        assertThat(head.toString(StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 101");
    }

    void follow(String room) {
        text("{\"type\":\"follow\",\"room\":\"" + room + "\"}");
    }

    void text(String frame) {
        parts(frame.getBytes(StandardCharsets.UTF_8), frame.length() * 4);
    }

    /** One message in fragments of so many bytes, wherever that cuts a character. */
    void parts(byte[] message, int size) {
        for (int from = 0; from < message.length; from += size) {
            var part = ByteBuffer.wrap(message, from, Math.min(size, message.length - from));
            var last = from + size >= message.length;
            send((last ? 0x80 : 0) | (from == 0 ? TEXT : CONTINUATION), part);
        }
    }

    /** Says that somebody is there; false when the line is known to be cut. */
    boolean beat() {
        try {
            send(0x80 | PONG, ByteBuffer.allocate(0));
            return true;
        } catch (UncheckedIOException cut) {
            return false;
        }
    }

    /** The code with which the server closes, past whatever it sent before; 1006 when it cut the line. */
    int awaitClose() {
        try {
            while (true) {
                var opcode = in.readUnsignedByte() & 0x0f;
                var payload = in.readNBytes(length(in.readUnsignedByte()));
                if (opcode == CLOSE) {
                    return ByteBuffer.wrap(payload).getShort();
                }
            }
        } catch (EOFException | SocketException cut) {
            return 1006;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int length(int first) throws IOException {
        return switch (first) {
            case 126 -> in.readUnsignedShort();
            case 127 -> (int) in.readLong();
            default -> first;
        };
    }

    /** Masked with zeros, which changes nothing. */
    private void send(int first, ByteBuffer payload) {
        var frame = ByteBuffer.allocate(14 + payload.remaining()).put((byte) first);
        if (payload.remaining() < 126) {
            frame.put((byte) (0x80 | payload.remaining()));
        } else if (payload.remaining() < 65_536) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.remaining());
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.remaining());
        }
        frame.putInt(0).put(payload);
        try {
            line.getOutputStream().write(frame.array(), 0, frame.position());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            line.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
