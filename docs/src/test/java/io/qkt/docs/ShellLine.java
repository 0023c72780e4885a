package io.qkt.docs;

import java.util.ArrayList;
import java.util.List;

/**
 * The commands of one line of shell, word by word. It knows quotes, comments, and what ends a
 * command: all that a documented line should need.
 */
final class ShellLine {
  private static final String ENDS = ";|&<>()";

  private final List<List<String>> commands = new ArrayList<>();
  private List<String> words = new ArrayList<>();
  private StringBuilder word;

  private ShellLine() {}

  static List<List<String>> commands(String text) {
    var line = new ShellLine();
    line.read(text);
    line.endCommand();
    return line.commands;
  }

  private void read(String text) {
    char quote = 0;
    for (char c : text.toCharArray()) {
      if (quote != 0) {
        if (c == quote) quote = 0;
        else
          word.append(c);
      } else if (c == '\'' || c == '"') {
        quote = c;
        beginWord();
      } else if (c == '#' && word == null) {
        return;
      } else if (ENDS.indexOf(c) >= 0) {
        endCommand();
      } else if (Character.isWhitespace(c)) {
        endWord();
      } else {
        beginWord();
        word.append(c);
      }
    }
  }

  private void beginWord() {
    if (word == null) word = new StringBuilder();
  }

  private void endWord() {
    if (word != null) words.add(word.toString());
    word = null;
  }

  private void endCommand() {
    endWord();
    if (!words.isEmpty()) commands.add(words);
    words = new ArrayList<>();
  }
}
