package org.lemmalab.experiment.study;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lemmalab.reflection.ProgramTeacher;
import org.lemmalab.reflection.Teacher;

/**
 * Who teaches in a study.
 *
 * @param main the teacher of all experiments
 * @param other whom it is compared with (paper Tab. 8); empty where there is no other
 * @param otherWorkers how many calls the other takes at a time
 */
public record StudyTeachers(Teacher main, Optional<Teacher> other, int otherWorkers) {
    /**
     * @param main the only teacher
     * @return that
     */
    public static StudyTeachers only(Teacher main) {
        return new StudyTeachers(main, Optional.empty(), 1);
    }

    /**
     * @param main the teacher of all experiments
     * @return that, compared with the plain program
     */
    public static StudyTeachers againstProgram(Teacher main) {
        Teacher plain = ProgramTeacher.standard();
        return new StudyTeachers(main, Optional.of(plain), Runtime.getRuntime().availableProcessors());
    }

    static Map<String, String> identity(Teacher teacher) {
        Map<String, String> identity = new TreeMap<>();
        identity.put("teacher", teacher.name());
        teacher.promptHashes().forEach((name, hash) -> identity.put("prompt " + name, hash));
        return identity;
    }
}
