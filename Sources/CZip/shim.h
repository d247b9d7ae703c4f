// libzip, which reads ZIP archives.
#include <zip.h>
