package org.lemmalab.report;

import java.io.IOException;
import java.io.InputStream;
import org.lemmalab.io.LabException;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * The numbers that the paper prints (arXiv 2503.17439 v2), one table a file of {@code datasets/paper}: facts to set beside one's
 * own measurements.
 */
public enum PaperNumbers {
    /** Error types of four models on GSM8K, in percent of their errors (Fig. 3). */
    ERROR_TYPES_GSM8K("error_types_gsm8k"),
    /** Accuracy of ten methods on four base models and seven sets, in percent (Tab. 2 and 9). */
    MAIN_RESULTS("main_results"),
    /** MathChat: follow-up questions and error correction, in percent (Tab. 3). */
    MATHCHAT("mathchat"),
    /** DART-Math and LEMMA-Hard, in percent (Tab. 4). */
    DART_INTEGRATION("dart_integration"),
    /** Ablations of LEMMA, in percent (Tab. 5 and 11). */
    ABLATION("ablation"),
    /** LEMA, mistake tuning and LLM2LLM, in percent (Tab. 6). */
    ADDITIONAL_BASELINES("additional_baselines"),
    /** Sizes of the training sets, samples and mean tokens (Tab. 7). */
    DATA_STATISTICS("data_statistics"),
    /** Another teacher, in percent (Tab. 8). */
    TEACHER_CHOICE("teacher_choice"),
    /** Majority of 32 samples, in percent (Tab. 10). */
    MAJORITY_AT_32("majority_at_32");

    private final String file;

    PaperNumbers(String file) {
        this.file = file;
    }

    /**
     * @return a fresh copy of the table, the paper's column order kept
     * @throws LabException if the jar lacks it
     */
    public Table table() {
        String resource = "paper/" + file + ".csv";
        try (InputStream in = PaperNumbers.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new LabException("resource " + resource + ": missing from the class path");
            }
            return Table.read().usingOptions(CsvReadOptions.builder(in).tableName(file));
        } catch (IOException e) {
            throw new LabException("resource " + resource + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
