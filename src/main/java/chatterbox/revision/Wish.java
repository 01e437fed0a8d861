package chatterbox.revision;

/** Whether something is to be there or not. */
enum Wish {
    ON,
    OFF
}
