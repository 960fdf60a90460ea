#pragma once
#include <sys/socket.h>
#define IF_NAMESIZE 16
#define IFNAMSIZ 16
struct if_nameindex { unsigned int if_index; char *if_name; };
