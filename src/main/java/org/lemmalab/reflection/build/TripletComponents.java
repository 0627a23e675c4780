package org.lemmalab.reflection.build;

import org.lemmalab.mistake.Injector;
import org.lemmalab.reflection.Connection;
import org.lemmalab.reflection.Teacher;

/**
 * Who makes triplets.
 *
 * @param teacher analyses, corrects and words links
 * @param injector injects errors: the teacher, or the teacher with a check behind it
 * @param connection stands between error and correction
 * @param student the name of the student whose errors or error types are used; {@code none} where there is none
 */
public record TripletComponents(Teacher teacher, Injector injector, Connection connection, String student) {}
