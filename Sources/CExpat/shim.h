// Expat, the streaming reader of XML.
#include <expat.h>
