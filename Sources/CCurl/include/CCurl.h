#ifndef MOULIN_CCURL_H
#define MOULIN_CCURL_H

#include <stddef.h>

/// How a letter is handed to a mail server. Texts may be null where there is none; `seconds` bounds the whole exchange.
typedef struct {
    const char *url;
    const char *user;
    const char *password;
    const char *sender;
    const char *recipient;
    int requires_tls;
    long seconds;
} moulin_mail_route;

/// Hands one message over by SMTP. Answers 0, or libcurl's code with its sentence in `error`.
int moulin_smtp_send(const moulin_mail_route *route, const char *message, size_t length, char *error, size_t room);

/// A question over HTTPS; `form` makes it a POST. Plain HTTP only where it is allowed, for a service on the same machine.
typedef struct {
    const char *url;
    const char *form;
    const char *user;
    const char *password;
    int allows_plain;
    long seconds;
} moulin_http_question;

/// Asks once, and takes at most `room` bytes. Answers 0 with the status, or libcurl's code with its sentence in `error`.
int moulin_http_ask(const moulin_http_question *question, char *body, size_t room, size_t *length, long *status, char *error,
                    size_t error_room);

#endif
