using System.Reflection;
using Ffi;
using Quickstart;

Console.WriteLine("libm and libc: static libraries, bound by name");
Console.WriteLine($"  cos(pi/3)           = {LibM.Cos(Math.PI / 3):F6}");
Console.WriteLine($"  hypot(3, 4)         = {LibM.Hypot(3, 4)}");
Console.WriteLine($"  frexp(48)           = {LibM.Frexp(48, out int exponent)} * 2^{exponent}");
Console.WriteLine($"  exp10(2)            = {(LibM.IsExp10Available ? LibM.Exp10(2) : "not in this C library")}");
Console.WriteLine($"  abs(-42)            = {LibC.abs(-42)}");
Console.WriteLine($"  strlen(\"grüße\")     = {LibC.StringLength("grüße\0"u8)} bytes");

Span<byte> stack = stackalloc byte[4];
LibC.Fill(stack, 0x2A, (nuint)stack.Length);
Console.WriteLine($"  memset on the stack = {string.Join(' ', stack.ToArray())}");

Console.WriteLine();
Console.WriteLine("zlib: an instance, bound to a module");
if (NativeModule.TryLoad("z", out NativeModule? zlibModule))
{
    using (zlibModule)
    {
        Console.WriteLine($"  {zlibModule.Path}");
        Console.WriteLine($"  crc32(\"123456789\")  = {new Zlib(zlibModule).Crc32("123456789"u8):X8}");
    }
}
else
{
    Console.WriteLine("  not found; install zlib1g (Debian), zlib (Fedora, Homebrew) or put zlib1.dll beside this program");
}

Console.WriteLine();
Console.WriteLine("SQLite: a query with rows");
if (NativeModule.TryLoad("sqlite3", out NativeModule? sqliteModule))
{
    using (sqliteModule)
    {
        Console.WriteLine($"  {sqliteModule.Path}");
        foreach (string[] row in new Sqlite(sqliteModule).Query("""
            WITH planets(name, moons) AS (VALUES ('Earth', 1), ('Mars', 2), ('Jupiter', 95), ('Saturn', 146))
            SELECT name, moons, sum(moons) OVER (ORDER BY moons) FROM planets ORDER BY moons
            """u8))
        {
            Console.WriteLine($"  {row[0],-8} {row[1],4} moons, {row[2],4} so far");
        }
    }
}
else
{
    Console.WriteLine("  not found; install libsqlite3-0 (Debian), sqlite (Fedora, Homebrew) or put sqlite3.dll beside this program");
}

Console.WriteLine();
Console.WriteLine("What the generator wrote for all this, worth a look:");
string? generated = Assembly
    .GetExecutingAssembly()
    .GetCustomAttributes<AssemblyMetadataAttribute>()
    .FirstOrDefault(data => data.Key == "GeneratedFiles")
    ?.Value;
foreach (string file in Directory.Exists(generated) ? Directory.GetFiles(generated) : [])
{
    Console.WriteLine($"  {file}");
}
