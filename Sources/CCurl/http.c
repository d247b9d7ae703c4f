// One bounded exchange over HTTP: nothing is followed, nothing is kept, and no other protocol is spoken.
#include "CCurl.h"

#include <curl/curl.h>
#include <stdio.h>
#include <string.h>

typedef struct {
    char *body;
    size_t room;
    size_t length;
} writing;

static size_t take(char *data, size_t size, size_t count, void *user) {
    writing *answer = user;
    size_t some = size * count;
    if (some > answer->room - answer->length) return 0;
    memcpy(answer->body + answer->length, data, some);
    answer->length += some;
    return some;
}

int moulin_http_ask(const moulin_http_question *question, char *body, size_t room, size_t *length, long *status, char *error,
                    size_t error_room) {
    char said[CURL_ERROR_SIZE] = "";
    writing answer = {body, room, 0};
    CURL *curl = curl_easy_init();
    if (curl == NULL) {
        snprintf(error, error_room, "no memory");
        return CURLE_OUT_OF_MEMORY;
    }
    struct curl_slist *headers = curl_slist_append(NULL, "Accept: application/json");
    curl_easy_setopt(curl, CURLOPT_URL, question->url);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, question->allows_plain ? "https,http" : "https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    if (question->form != NULL) curl_easy_setopt(curl, CURLOPT_POSTFIELDS, question->form);
    if (question->user != NULL) {
        curl_easy_setopt(curl, CURLOPT_HTTPAUTH, (long)CURLAUTH_BASIC);
        curl_easy_setopt(curl, CURLOPT_USERNAME, question->user);
        curl_easy_setopt(curl, CURLOPT_PASSWORD, question->password);
    }
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, question->seconds);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, said);
    CURLcode code = curl_easy_perform(curl);
    if (code != CURLE_OK) snprintf(error, error_room, "%s", said[0] != 0 ? said : curl_easy_strerror(code));
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, status);
    *length = answer.length;
    curl_slist_free_all(headers);
    curl_easy_cleanup(curl);
    return code;
}
