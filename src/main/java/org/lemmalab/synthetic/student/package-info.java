/**
 * The small student: a decoder of about a million parameters, trained from nothing on synthetic problems with right solutions ({@link
 * org.lemmalab.synthetic.wordproblem}), that everything else can be tried on in minutes. {@link
 * org.lemmalab.synthetic.student.StudentRecipe} says how large it is and what it reads, {@link
 * org.lemmalab.synthetic.student.StudentText} makes the text, {@link org.lemmalab.synthetic.student.StudentTraining} trains, {@link
 * org.lemmalab.synthetic.student.StudentReport} measures, {@link org.lemmalab.synthetic.student.ModelCard} writes down both.
 *
 * <p>Training has two parts: a steady one at the full rate, which may be ended at any time, and a shorter one on new text in which the
 * rate falls to zero. So a run can be given hours instead of steps, and still ends as a schedule should.
 */
package org.lemmalab.synthetic.student;
