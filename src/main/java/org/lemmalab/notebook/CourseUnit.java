package org.lemmalab.notebook;

import java.util.Map;
import org.lemmalab.io.Provenance;

/** A unit of a course: what belongs together and is counted together. A teacher's own units implement it too. */
public interface CourseUnit {
    /**
     * @return its title, by which progress is kept
     */
    String title();

    /**
     * @return how many exercises it has
     */
    int exercises();

    /**
     * @return what it is made from, for the end of its notebook
     */
    default Provenance provenance() {
        return Provenance.of(0, Map.of("unit", title(), "exercises", Integer.toString(exercises())), Map.of());
    }
}
