#pragma once
typedef unsigned int sigset_t;
