/**
 * Mail over SMTP. A leaf: it knows no room and keeps nothing; a room keeps what is to be sent as rows, and a job of that
 * room sends it, outside any request. Start with {@link org.holdfast.mail.Smtp}.
 */
package org.holdfast.mail;
