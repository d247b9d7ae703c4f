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

#endif
