// libcurl's options are variadic, which Swift does not import: this file is all that is asked of it.
#include "CCurl.h"

#include <curl/curl.h>
#include <stdio.h>
#include <string.h>

typedef struct {
    const char *next;
    size_t left;
} reading;

static size_t give(char *room, size_t size, size_t count, void *user) {
    reading *message = user;
    size_t some = size * count < message->left ? size * count : message->left;
    memcpy(room, message->next, some);
    message->next += some;
    message->left -= some;
    return some;
}

int moulin_smtp_send(const moulin_mail_route *route, const char *message, size_t length, char *error, size_t room) {
    char said[CURL_ERROR_SIZE] = "";
    reading rest = {message, length};
    CURL *curl = curl_easy_init();
    if (curl == NULL) {
        snprintf(error, room, "no memory");
        return CURLE_OUT_OF_MEMORY;
    }
    struct curl_slist *recipients = curl_slist_append(NULL, route->recipient);
    curl_easy_setopt(curl, CURLOPT_URL, route->url);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_USE_SSL, (long)(route->requires_tls ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    if (route->user != NULL) curl_easy_setopt(curl, CURLOPT_USERNAME, route->user);
    if (route->password != NULL) curl_easy_setopt(curl, CURLOPT_PASSWORD, route->password);
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, route->sender);
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(curl, CURLOPT_READDATA, &rest);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, route->seconds);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, said);
    CURLcode code = curl_easy_perform(curl);
    if (code != CURLE_OK) snprintf(error, room, "%s", said[0] != 0 ? said : curl_easy_strerror(code));
    curl_slist_free_all(recipients);
    curl_easy_cleanup(curl);
    return code;
}
