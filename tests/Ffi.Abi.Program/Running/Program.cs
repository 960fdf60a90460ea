// Calls every function of random signature by every path; 1 where something is wrong.
return Ffi.Abi.Portable.AbiRun.CallAll();
