using Ffi.Package.Tests.Testing;

namespace Ffi.Package.Tests.Consumers;

/// <summary>A program in a language that runs no generators: the runtime alone.</summary>
public sealed class FSharpTests : IDisposable
{
    private const string Program = """
        open System
        open Ffi
        open FSharp.NativeInterop
        #nowarn "9"

        [<EntryPoint>]
        let main _ =
            use libm = NativeModule.Load "m"
            let pow = libm.GetFunction<Func<float, float, float>> "pow"
            printfn "%g %O" (pow.Invoke(2.0, 10.0)) (NativeDelegate.PathOf pow)

            use parts = PinnedBuffer<float>.Rent(2)
            let modf = libm.GetFunction<Func<float, nativeint, float>> "modf"
            printfn "%g" (modf.Invoke(3.25, NativePtr.toNativeInt parts.Pointer))
            printfn "%g" (NativePtr.read parts.Pointer)
            0
        """;

    private readonly Consumer _consumer = new();

    public void Dispose() => _consumer.Dispose();

    [UnixFact]
    public async Task AnFSharpProgram_BindsAtRunTime() => Assert.Equal(
        "1024 Dynamic\n0.25\n3",
        await _consumer
            .WriteProject("app.fsproj", items: "<Compile Include=\"Program.fs\" />")
            .Write("Program.fs", Program)
            .Run());
}
