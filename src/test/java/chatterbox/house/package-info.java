/** The rules of the house that a machine can check: which package may look at which, names, sizes, and the docs. */
package chatterbox.house;
