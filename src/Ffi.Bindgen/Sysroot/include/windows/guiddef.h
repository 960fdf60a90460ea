#pragma once
#ifndef GUID_DEFINED
#define GUID_DEFINED
typedef struct _GUID { unsigned long Data1; unsigned short Data2, Data3; unsigned char Data4[8]; } GUID;
#endif
typedef GUID *LPGUID;
typedef const GUID *LPCGUID;
typedef GUID IID;
typedef GUID CLSID;
typedef IID *LPIID;
typedef CLSID *LPCLSID;
typedef GUID FMTID;
#define REFGUID const GUID *
#define REFIID const IID *
#define REFCLSID const CLSID *
#define DEFINE_GUID(name, ...) extern const GUID name
