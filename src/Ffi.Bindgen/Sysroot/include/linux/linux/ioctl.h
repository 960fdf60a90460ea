#pragma once
#define _IOC(direction, type, number, size) (((direction) << 30) | ((type) << 8) | (number) | ((size) << 16))
#define _IO(type, number) _IOC(0U, type, number, 0)
#define _IOW(type, number, data) _IOC(1U, type, number, sizeof(data))
#define _IOR(type, number, data) _IOC(2U, type, number, sizeof(data))
#define _IOWR(type, number, data) _IOC(3U, type, number, sizeof(data))
