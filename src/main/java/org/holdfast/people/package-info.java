/**
 * Centres, teams, people, their roles, who supervises whom, and absences; all of it dated, because reach follows what
 * is true today. Simple: controller to repository.
 *
 * <p>An administrator writes here and reaches nothing else. What gives reach (a managing role, a supervision line) waits
 * for the service centre manager's confirmation. Start with {@link org.holdfast.people.PeopleController}.
 */
package org.holdfast.people;
