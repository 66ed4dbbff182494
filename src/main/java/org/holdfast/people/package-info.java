/**
 * Centres, teams, people, their roles, who supervises whom, and absences; all of it dated, because reach follows what
 * is true today. Simple: controller to repository.
 *
 * <p>An administrator writes here and reaches nothing else. What gives reach (a managing role, a supervision line) waits
 * until the service centre manager or the regional lead has confirmed it (see ops/decisions/0012), and who it concerns is
 * told. Start with {@link org.holdfast.people.PeopleController}.
 */
package org.holdfast.people;
