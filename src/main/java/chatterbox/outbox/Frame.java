package chatterbox.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One text frame: an array of events. Sent to many, it is put together once, as the text that servers take and as the bytes
 * on the wire. Safe for threads.
 */
public final class Frame {
    static final Frame EMPTY = new Frame(List.of());

    /** FIN and the opcode of a text, RFC 6455 section 5.2; what a server sends is not masked. */
    private static final byte WHOLE_TEXT = (byte) 0x81;

    private static final int SHORT = 125;
    private static final int MEDIUM = 65_535;
    private static final byte TWO_BYTES = 126;
    private static final byte EIGHT_BYTES = 127;

    private final List<Chunk> chunks;
    private final int length;
    private volatile byte[] wire;
    private volatile String text;

    Frame(List<Chunk> chunks) {
        this.chunks = chunks;
        length = chunks.stream().mapToInt(Chunk::bytes).sum() + Math.max(0, chunks.size() - 1) + "[]".length();
    }

    /** The array as JSON. */
    public String text() {
        var made = text;
        if (made == null) {
            var bytes = wire();
            made = new String(bytes, bytes.length - length, length, StandardCharsets.UTF_8);
            text = made;
        }
        return made;
    }

    /** The whole WebSocket frame. Not to be changed. */
    public byte[] wire() {
        var made = wire;
        if (made == null) {
            made = write();
            wire = made;
        }
        return made;
    }

    boolean isOf(List<Chunk> others) {
        return chunks.equals(others);
    }

    private byte[] write() {
        var frame = ByteBuffer.allocate(header() + length).put(WHOLE_TEXT);
        if (length <= SHORT) {
            frame.put((byte) length);
        } else if (length <= MEDIUM) {
            frame.put(TWO_BYTES).putShort((short) length);
        } else {
            frame.put(EIGHT_BYTES).putLong(length);
        }
        frame.put((byte) '[');
        for (int next = 0; next < chunks.size(); next++) {
            if (next > 0) {
                frame.put((byte) ',');
            }
            frame.put(chunks.get(next).events());
        }
        return frame.put((byte) ']').array();
    }

    private int header() {
        if (length <= SHORT) {
            return 2;
        }
        return length <= MEDIUM ? 4 : 10;
    }
}
