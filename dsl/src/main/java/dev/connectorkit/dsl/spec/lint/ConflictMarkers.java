package dev.connectorkit.dsl.spec.lint;

/** Resolves merge conflicts in favour of our side, line by line, so that positions stay what they are. */
final class ConflictMarkers {
    private enum Side {
        BOTH,
        OURS,
        THEIRS
    }

    private ConflictMarkers() {}

    static String ours(String text) {
        var kept = new StringBuilder(text.length());
        var side = Side.BOTH;
        for (var line : text.split("(?<=\n)", -1)) {
            boolean marker = true;
            if (line.startsWith("<<<<<<<")) {
                side = Side.OURS;
            } else if (side != Side.BOTH && (line.startsWith("=======") || line.startsWith("|||||||"))) {
                side = Side.THEIRS;
            } else if (line.startsWith(">>>>>>>")) {
                side = Side.BOTH;
            } else {
                marker = false;
            }
            kept.append(marker || side == Side.THEIRS ? blank(line) : line);
        }
        return kept.toString();
    }

    private static String blank(String line) {
        return line.replaceAll("[^\r\n]", " ");
    }
}
