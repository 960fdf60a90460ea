#pragma once
#ifndef _WINDOWS_
#define _WINDOWS_
#define _INC_WINDOWS
#include <windef.h>
#include <winnt.h>
#include <minwinbase.h>
#include <winbase.h>
#include <wingdi.h>
#include <winuser.h>
#include <wincon.h>
#include <winerror.h>
#include <winreg.h>
#ifndef WIN32_LEAN_AND_MEAN
#include <winsock2.h>
#endif
#endif
