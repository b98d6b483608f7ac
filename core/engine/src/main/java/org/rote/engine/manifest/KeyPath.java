package org.rote.engine.manifest;

import java.util.Comparator;

/** Places in a {@link Tree} as text: {@code training.models[2]}. */
final class KeyPath {

    private KeyPath() {}

    static String join(String path, String more) {
        return path.isEmpty() || more.isEmpty() || more.startsWith("[") ? path + more : path + "." + more;
    }

    static boolean isWithin(String path, String outer) {
        return path.equals(outer) || path.startsWith(outer + ".") || path.startsWith(outer + "[");
    }

    /**
     * The line of a place, or of the nearest place around it that is written down.
     *
     * @param tree where the path begins
     * @param path the place
     * @param line the line of the tree's own key
     * @return the line
     */
    static int line(Tree tree, String path, int line) {
        if (tree instanceof Tree.Mapping mapping) {
            return lineOfKey(mapping, path.startsWith(".") ? path.substring(1) : path, line);
        }
        if (tree instanceof Tree.Sequence sequence && path.startsWith("[")) {
            int end = path.indexOf(']');
            int index = end < 0 ? -1 : index(path.substring(1, end));
            if (index >= 0 && index < sequence.items().size()) {
                Tree item = sequence.items().get(index);
                return line(item, path.substring(end + 1), item.line());
            }
        }
        return line;
    }

    private static int lineOfKey(Tree.Mapping mapping, String path, int line) {
        // keys may hold dots themselves, so the longest that fits is meant
        return mapping.entries().entrySet().stream()
                .filter(entry -> isWithin(path, entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(entry -> line(
                        entry.getValue().value(),
                        path.substring(entry.getKey().length()),
                        entry.getValue().line()))
                .orElse(line);
    }

    private static int index(String digits) {
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
    }
}
