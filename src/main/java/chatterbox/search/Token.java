package chatterbox.search;

/**
 * A word, or a piece of a text without spaces between its words.
 *
 * @param text what it is found by: case, accents and forms of letters do not matter
 * @param from where it begins in the text that it was taken from, in UTF-16 units
 * @param to where it ends: the first unit behind it
 */
record Token(String text, int from, int to) {}
