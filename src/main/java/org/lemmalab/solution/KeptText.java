package org.lemmalab.solution;

import java.util.ArrayList;
import java.util.List;

/** Parts of a text put together, with the place of each in the whole. */
final class KeptText {
    private final String raw;
    private final List<Part> parts = new ArrayList<>();
    private int length;
    private boolean blank = true;

    KeptText(String raw) {
        this.raw = raw;
    }

    /** Adds the part from start to end, where there is anything between. */
    void add(int start, int end) {
        if (end > start) {
            parts.add(new Part(length, start, end));
            length += end - start;
            blank = blank && raw.substring(start, end).isBlank();
        }
    }

    boolean isBlank() {
        return blank;
    }

    /** The same without white space at both ends. */
    KeptText stripped() {
        String text = text();
        int start = text.length() - text.stripLeading().length();
        int end = Math.max(start, text.stripTrailing().length());
        KeptText stripped = new KeptText(raw);
        for (Part part : parts) {
            int partEnd = part.at + part.end - part.start;
            stripped.add(
                    part.start + Math.max(0, start - part.at),
                    part.end - Math.max(0, partEnd - Math.max(end, part.at)));
        }
        return stripped;
    }

    String text() {
        if (parts.size() == 1) {
            return raw.substring(parts.get(0).start, parts.get(0).end);
        }
        StringBuilder text = new StringBuilder(length);
        parts.forEach(part -> text.append(raw, part.start, part.end));
        return text.toString();
    }

    /** Where a place of the kept text stands in the whole; the end of a part belongs to that part. */
    int inRaw(int offset) {
        if (parts.isEmpty()) {
            return Math.min(offset, raw.length());
        }
        int low = 0;
        int high = parts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (parts.get(middle).at < offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Part part = parts.get(low);
        return part.start + Math.min(Math.max(0, offset - part.at), part.end - part.start);
    }

    /** Where a part that begins at an offset of the kept text begins in the whole. */
    int startInRaw(int offset) {
        return offset < length ? inRaw(offset + 1) - 1 : inRaw(offset);
    }

    private record Part(int at, int start, int end) {}
}
