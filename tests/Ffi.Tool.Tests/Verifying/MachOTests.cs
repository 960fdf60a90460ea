using System.Buffers.Binary;
using Ffi.Tests.Testing;
using Ffi.Tool.Tests.Testing;

namespace Ffi.Tool.Tests.Verifying;

/// <summary>Exports of macOS libraries, made by clang and lld.</summary>
public sealed class MachOTests
{
    private const string Source = """
        int box_open(void) { return 1; }
        int box_close(void) { return 2; }
        static int hidden(void) { return 3; }
        int box_use(void) { return hidden(); }
        __attribute__((visibility("hidden"))) int box_secret(void) { return 4; }
        """;

    private const string Imports =
        "static class Native { [DllImport(\"box\")] static extern int box_open(); [DllImport(\"box\")] static extern int box_close(); [DllImport(\"box\")] static extern int box_use(); [DllImport(\"box\")] static extern int box_secret(); [DllImport(\"box\")] static extern int hidden(); }";

    [LldFact]
    public async Task Library_ExportsWhatItsTrieHas()
    {
        using WorkFolder folder = new(("box.c", Source));
        await Link(folder, "arm64", "11.0", "libbox.dylib");

        Check(folder, "libbox.dylib", ["box_secret", "hidden"]);
    }

    [LldFact]
    public async Task UniversalLibrary_ExportsWhatItsArmSliceHas()
    {
        using WorkFolder folder = new(("box.c", Source));
        await Link(folder, "arm64", "11.0", "arm.dylib");
        folder.Write("box.c", "int box_other(void) { return 1; }");
        await Link(folder, "x86_64", "11.0", "x64.dylib");
        File.WriteAllBytes(
            folder.PathOf("libbox.dylib"),
            Universal(
                (0x01000007, File.ReadAllBytes(folder.PathOf("x64.dylib"))),
                (0x0100000C, File.ReadAllBytes(folder.PathOf("arm.dylib")))));

        Check(folder, "libbox.dylib", ["box_secret", "hidden"]);
    }

    [LldFact]
    public async Task DamagedLibrary_DoesNoHarm()
    {
        const int steps = 200;
        using WorkFolder folder = new(("box.c", Source));
        await Link(folder, "arm64", "11.0", "libbox.dylib");
        byte[] file = File.ReadAllBytes(folder.PathOf("libbox.dylib"));
        string assembly = CSharpAssembly.Build(folder, "Acme", Imports);
        Random random = new(20261130);
        for (int step = 0; step < steps; step++)
        {
            byte[] damaged = [.. file.AsSpan(0, random.Next(40, file.Length))];
            for (int count = 0; count < 20; count++)
            {
                damaged[random.Next(8, damaged.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(folder.PathOf("libbox.dylib"), damaged);
            Assert.InRange(ToolRun.Of("verify", assembly, "--library", folder.PathOf("libbox.dylib")).ExitCode, 0, 2);
        }
    }

    private static void Check(WorkFolder folder, string library, string[] missing)
    {
        string assembly = CSharpAssembly.Build(folder, "Acme", Imports);
        ToolRun run = ToolRun.Of("verify", assembly, "--library", folder.PathOf(library));

        Assert.Equal("", run.Error);
        Assert.Equal(
            missing,
            run.Output.Split('\n')
                .Where(static line => line.Contains("FFI3010", StringComparison.Ordinal))
                .Select(static line => line.Split('\'')[1]));
    }

    private static async Task Link(WorkFolder folder, string processor, string release, string output)
    {
        await Run("clang-14", $"--target={processor}-apple-macos{release}", "-c", "box.c", "-o", "box.o");
        await Run(
            "ld64.lld-14", "-arch", processor, "-platform_version", "macos", release, release, "-dylib", "box.o", "-o", output,
            "-undefined", "dynamic_lookup");

        async Task Run(string program, params string[] arguments)
        {
            CommandResult result = await Command.Run(program, arguments, folder.Path);
            Assert.True(result.ExitCode == 0, result.Error);
        }
    }

    // mach-o/fat.h: a header in big-endian, and the slices at their alignment.
    private static byte[] Universal(params (uint Processor, byte[] File)[] slices)
    {
        const int alignment = 1 << 14;
        byte[] all = new byte[(slices.Length + 1) * alignment + slices.Sum(static slice => slice.File.Length + alignment)];
        BinaryPrimitives.WriteUInt32BigEndian(all, 0xCAFEBABE);
        BinaryPrimitives.WriteUInt32BigEndian(all.AsSpan(4), (uint)slices.Length);
        int offset = alignment;
        for (int index = 0; index < slices.Length; index++)
        {
            Span<byte> entry = all.AsSpan(8 + (index * 20));
            BinaryPrimitives.WriteUInt32BigEndian(entry, slices[index].Processor);
            BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)offset);
            BinaryPrimitives.WriteUInt32BigEndian(entry[12..], (uint)slices[index].File.Length);
            BinaryPrimitives.WriteUInt32BigEndian(entry[16..], 14);
            slices[index].File.CopyTo(all, offset);
            offset += ((slices[index].File.Length / alignment) + 1) * alignment;
        }

        return all;
    }
}

/// <summary>A test that links for macOS: skipped where the linker is missing, but not in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LldFactAttribute : FactAttribute
{
    public LldFactAttribute()
    {
        if (
            Environment.GetEnvironmentVariable("CI") != "true"
            && !(File.Exists("/usr/bin/clang-14") && File.Exists("/usr/bin/ld64.lld-14")))
        {
            Skip = "Links libraries for macOS. Missing: clang-14, lld-14.";
        }
    }
}
