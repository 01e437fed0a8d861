package chatterbox.server;

import java.util.stream.Stream;

/** A server that its own script may have started: the signal is for the process at the end of the chain. */
final class ProcessTree {
    private ProcessTree() {}

    /** SIGTERM for those that have no children; the scripts above them end by themselves. */
    static void terminate(ProcessHandle root) {
        var all = Stream.concat(Stream.of(root), root.descendants()).toList();
        all.stream().filter(one -> one.children().findAny().isEmpty()).forEach(ProcessHandle::destroy);
    }

    /** SIGKILL for all. */
    static void kill(ProcessHandle root) {
        var below = root.descendants().toList();
        root.destroyForcibly();
        below.forEach(ProcessHandle::destroyForcibly);
    }
}
