package chatterbox.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.UUID;
import java.util.concurrent.TimeUnit;

import chatterbox.protocol.Codec;
import chatterbox.protocol.Command;
import chatterbox.protocol.Event;
import chatterbox.protocol.Json;

/** What it costs to read a post and to write what comes of it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CodecBenchmark {
    @Param({"120", "4000"})
    int characters;

    private String frame;
    private Event.Ack ack;

    @Setup
    public void write() {
        var id = UUID.fromString("01900000-0000-7000-8000-000000000001");
        frame = Codec.write(new Command.Post(id, "general", "x".repeat(characters)));
        ack = new Event.Ack(id, "general", 42);
    }

    @Benchmark
    public Command readPost() {
        return Codec.command(Json.object(frame));
    }

    @Benchmark
    public String writeAck() {
        return Codec.write(ack);
    }
}
