#ifndef MOULIN_CSPECIALBYTES_H
#define MOULIN_CSPECIALBYTES_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

// Sixty-four bytes compared at once, each answer one bit of a word: the lowest bit is the first byte. Swift's own vectors
// compare as well, but have no way from the lanes to the bits but one lane at a time.

typedef uint8_t moulin_bytes __attribute__((ext_vector_type(64)));
// What comparing lanes of bytes gives: all bits set, or none.
typedef char moulin_lanes __attribute__((ext_vector_type(64)));
typedef bool moulin_flags __attribute__((ext_vector_type(64)));

typedef struct {
    /// The delimiter, the quote, and the controls below 0x0E, of which NUL, LF and CR matter.
    uint64_t places;
    /// Bytes above ASCII.
    uint64_t high;
} moulin_sight;

// By pointer: vectors as long as these are handed over differently from processor to processor.
static inline uint64_t moulin_bits(const moulin_lanes *lanes) {
    moulin_flags flags = __builtin_convertvector(*lanes, moulin_flags);
    uint64_t bits;
    memcpy(&bits, &flags, sizeof bits);
    return bits;
}

/// Looks at the 64 bytes from `start` on.
static inline moulin_sight moulin_look(const uint8_t *start, uint8_t delimiter) {
    moulin_bytes bytes;
    memcpy(&bytes, start, sizeof bytes);
    moulin_lanes places = (bytes == delimiter) | (bytes == '"') | (bytes < 0x0E);
    moulin_lanes high = bytes > 0x7F;
    return (moulin_sight){.places = moulin_bits(&places), .high = moulin_bits(&high)};
}

/// Whether the 64 bytes from `start` on are ASCII and characters of two bytes, which is all of French: quicker to tell than
/// all of Unicode. False means that a slower look is needed, not that they are no UTF-8.
///
/// `expected` is 1 when the byte before was the first of two, and is set so for the byte behind the first `size`, 1 to 64; what
/// stands behind these must be ASCII.
static inline bool moulin_is_western(const uint8_t *start, int size, uint64_t *expected) {
    moulin_bytes bytes;
    memcpy(&bytes, start, sizeof bytes);
    // C0 and C1 would be a second way to write ASCII; E0 and more begin three bytes or four.
    moulin_lanes begins = (bytes >= 0xC2) & (bytes <= 0xDF);
    moulin_lanes ends = (bytes & 0xC0) == 0x80;
    moulin_lanes high = bytes > 0x7F;
    uint64_t first = moulin_bits(&begins), second = moulin_bits(&ends);
    uint64_t follows = (first << 1 | *expected) & ~0ull >> (64 - size);
    *expected = first >> (size - 1) & 1;
    return moulin_bits(&high) == (first | second) && second == follows;
}

#endif
