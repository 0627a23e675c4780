package org.lemmalab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tech.tablesaw.api.Table;

class PaperNumbersTest {
    @ParameterizedTest
    @EnumSource(PaperNumbers.class)
    void everyTableShips(PaperNumbers numbers) {
        assertTrue(numbers.table().rowCount() > 0);
    }

    @Test
    void theErrorTypesOfEachModelSumToAboutAHundredPercent() {
        Table table = PaperNumbers.ERROR_TYPES_GSM8K.table();
        for (int row = 0; row < table.rowCount(); row++) {
            double sum = 0;
            for (int column = 1; column < table.columnCount(); column++) {
                sum += table.numberColumn(column).getDouble(row);
            }
            assertEquals(100, sum, 0.2, table.row(row).getString("model"));
        }
    }

    @Test
    void aCopyCanBeChangedWithoutHarm() {
        PaperNumbers.ABLATION.table().removeColumns("average");
        assertTrue(PaperNumbers.ABLATION.table().columnNames().contains("average"));
    }
}
