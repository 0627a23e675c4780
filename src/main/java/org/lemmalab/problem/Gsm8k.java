package org.lemmalab.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.lemmalab.io.Fields;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.io.Texts;
import org.lemmalab.problem.program.Numbers;

/**
 * GSM8K (Cobbe et al. 2021, arXiv 2110.14168) and files of its form: a line is {@code {"question", "answer"}}, the answer a worked
 * solution with calculator annotations and a last line {@code #### 72}.
 */
public final class Gsm8k {
    private static final String MARK = "####";

    private Gsm8k() {}

    /**
     * Reads a file as a stream, for example {@code gsm8k/test.jsonl}.
     *
     * @param file the file; its folder and name give the ids: {@code gsm8k/test/1} for the first line
     * @param consumer takes each problem in the file's order
     * @param rejected takes each line that is no problem
     * @return how many problems were read
     * @throws LabException if the file is missing, unreadable or empty
     */
    public static long read(Path file, Consumer<? super Problem> consumer, RejectedLines rejected) {
        AtomicLong row = new AtomicLong();
        String prefix = prefix(file);
        return JsonLines.forEach(file, line -> parse(line, prefix + row.incrementAndGet()), consumer, rejected);
    }

    /**
     * @param line one line of the file
     * @param id the problem's id
     * @return the problem
     * @throws LabException if a field is missing or the answer is no number
     */
    public static Problem parse(JsonNode line, String id) {
        return problem(id, Fields.text(line, "question"), Fields.text(line, "answer"));
    }

    /**
     * @param id the problem's id
     * @param question the question
     * @param answer the worked solution with its last line {@code #### 72}
     * @return the problem
     * @throws LabException if the mark is missing or what follows it is no number
     */
    public static Problem problem(String id, String question, String answer) {
        int mark = answer.lastIndexOf(MARK);
        if (mark < 0) {
            throw new LabException("field 'answer': expected a last line '#### number', found none");
        }
        String goldAnswer = answer.substring(mark + MARK.length()).strip();
        if (Numbers.answer(goldAnswer).isEmpty()) {
            throw new LabException(
                    "field 'answer': expected a number after ####, found '" + shortened(goldAnswer) + "'");
        }
        return new Problem(id, question, answer.substring(0, mark).strip(), goldAnswer);
    }

    private static String shortened(String text) {
        return Texts.shortened(text, 40);
    }

    private static String prefix(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.jsonl?$", "");
        Path folder = file.toAbsolutePath().getParent();
        boolean named = folder != null && folder.getFileName() != null;
        return (named ? folder.getFileName() + "/" : "") + name + "/";
    }
}
