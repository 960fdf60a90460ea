using Ffi.Tool;
using Ffi.Tool.Output;

return FfiTool.Run(args, new ToolConsole(Console.Out, Console.Error));
