#pragma once
#include <sys/types.h>
typedef int kern_return_t;
typedef int boolean_t;
typedef int integer_t;
typedef unsigned int natural_t;
typedef natural_t mach_port_name_t;
typedef unsigned int mach_port_t;
typedef mach_port_t task_t;
typedef mach_port_t thread_t;
typedef mach_port_t thread_act_t;
typedef mach_port_t host_t;
typedef mach_port_t semaphore_t;
typedef mach_port_t clock_serv_t;
typedef unsigned long vm_size_t;
typedef unsigned long vm_offset_t;
typedef unsigned long vm_address_t;
typedef unsigned long long mach_vm_address_t;
typedef unsigned long long mach_vm_size_t;
#define KERN_SUCCESS 0
