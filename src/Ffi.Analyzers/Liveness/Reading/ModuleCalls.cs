using Ffi.Analyzers.Liveness.Events;
using Ffi.Analyzers.Liveness.Flow;

namespace Ffi.Analyzers.Liveness.Reading;

/// <summary>Libraries and their symbols.</summary>
internal static class ModuleCalls
{
    public static readonly Dictionary<string, Func<Call, Moment, Value?>> Table = new(StringComparer.Ordinal)
    {
        ["NativeLibrary.Load"] = Load,
        ["NativeModule.Load"] = Load,
        ["NativeLibrary.GetMainProgramHandle"] = Load,
        ["NativeLibrary.TryLoad"] = static (call, moment) => CallResults.Out(call, Load(call, moment), moment),
        ["NativeModule.TryLoad"] = static (call, moment) => CallResults.Out(call, Load(call, moment), moment),
        ["NativeLibrary.Free"] = CallResults.Doing(
            static (call, moment) => Releases.All(call.ValueOf(0), ReleaseKind.Unload, "NativeLibrary.Free", "", call.Syntax, moment)),
        ["NativeLibrary.GetExport"] = static (call, moment) => LookUp(call, call.ValueOf(0), moment),
        ["NativeModule.GetSymbol"] = static (call, moment) => LookUp(call, call.ReceiverValue, moment),
        ["NativeModule.GetFunction"] = static (call, moment) => LookUp(call, call.ReceiverValue, moment),
        ["NativeLibrary.TryGetExport"] = static (call, moment) => CallResults.Out(call, call.ValueOf(0).AsAddress(), moment),
        ["NativeModule.TryGetSymbol"] = static (call, moment) => CallResults.Out(call, call.ReceiverValue.AsAddress(), moment),
        ["NativeModule.TryGetFunction"] = static (call, moment) => CallResults.Out(call, call.ReceiverValue.AsAddress(), moment),
    };

    private static Value Load(Call call, Moment moment) =>
        Value.Of(Things.Make(ResourceKind.Module, call.Syntax, new() { Name = call.Method.Name, IsUnnamed = true }, moment), Role.Self);

    private static Value LookUp(Call call, Value module, Moment moment)
    {
        moment.Use(module, call.Syntax, UseKind.Argument, call.Method.Name);
        return module.AsAddress();
    }
}
