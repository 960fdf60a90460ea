using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Ffi.Tests.Bound;

/// <summary>A binding that <c>ffi bind</c> wrote, once, on Linux. The same file runs on each platform, though the header says other things
/// there.</summary>
public sealed class LedgerTests
{
    private static readonly bool s_isWindows = OperatingSystem.IsWindows();

    [Fact]
    public void Struct_HasCsSize_WhichDiffersByPlatform()
    {
        Assert.Equal(Ledger.EntrySize(), (nuint)Unsafe.SizeOf<Entry>());
        Assert.Equal(s_isWindows ? 40u : 48u, Ledger.EntrySize());
    }

    [Fact]
    public void Entries_GoThereAndBack_FieldByField()
    {
        using LedgerHandle book = Ledger.New("Ada");
        Entry entry = new()
        {
            Place = -3,
            Amount = new CLong(70_001),
            Settled = 1,
            Kind = (uint)Kind.Both,
            Batch = 0x0ABCDEF,
            Flags = new CULong(0x80000001),
        };
        "rent"u8.CopyTo(entry.Name);
        entry.Rate = 0.125;

        Assert.Equal(0, Ledger.Append(book, default, out nuint first));
        Assert.Equal(0, Ledger.Append(book, entry, out nuint second));
        Entry back = Ledger.At(book, second);
        Assert.Equal((0u, 1u), (first, second));
        Assert.Equal((-3, 70_001L, 0x80000001L), ((int)back.Place, (long)back.Amount.Value, (long)back.Flags.Value));
        Assert.Equal((1u, 5u, 0x0ABCDEFu), (back.Settled, back.Kind, back.Batch));
        Assert.Equal("rent", Encoding.UTF8.GetString(back.Name[..4]));
        Assert.Equal(0.125, back.Rate);
        Assert.Equal(BitConverter.DoubleToInt64Bits(0.125), back.Number);
        Assert.Equal(70_001, Ledger.Sum(book).Value);
    }

    [Fact]
    public void Foreach_CallsADelegate_UntilItReturnsSomething()
    {
        using LedgerHandle book = Filled(1, 2, 4, 8);
        List<(nuint Index, long Amount)> seen = [];

        int result = Ledger.Foreach(book, (in Entry entry, nuint index, nint user) =>
        {
            seen.Add((index, entry.Amount.Value));
            return entry.Amount.Value == 4 ? (int)user : 0;
        }, 77);
        Assert.Equal(77, result);
        Assert.Equal([(0, 1), (1, 2), (2, 4)], seen);
    }

    [Fact]
    public void Watch_IsKept_UntilItIsRemoved()
    {
        using LedgerHandle book = Filled(1);
        List<(long Sum, nint User)> seen = [];
        using NativeCallback<OnSum> watch = NativeCallback<OnSum>.Create((sum, user) => seen.Add((sum.Value, user)), OnException.FailFast);

        Ledger.AddWatch(book, watch, 5);
        Append(book, 2);
        Append(book, 4);
        Ledger.RemoveWatch(book);
        Append(book, 8);
        Assert.Equal([(3, 5), (7, 5)], seen);
    }

    [Fact]
    public void TextBuffersAndNumbers_CrossAsTheHeaderSays()
    {
        using LedgerHandle book = Filled(40_000, 2);

        Assert.Equal("Filled: 40002 EUR", Ledger.Describe(book));
        Assert.Equal("EUR"u8, Ledger.Currency);
        Assert.Equal((12, 100_000), (Ledger.NameSize, Ledger.Limit));
        // One character is outside the basic plane: a wchar_t of Windows is half of it.
        Assert.Equal(s_isWindows ? 5u : 4u, Ledger.WideLength("aß€😀"));
        Assert.Equal(1u + 4 + 12 + 32, Ledger.Checksum([1, 2, 4, 8], 4).Value);
        Assert.Equal(3.75, Ledger.Mean([1, 2, 4, 8], 4));
    }

    [Fact]
    public void Append_OfTooMuch_IsRefused()
    {
        using LedgerHandle book = Filled();
        Assert.Equal(-1, Ledger.Append(book, new Entry { Amount = new CLong(Ledger.Limit + 1) }, out _));
        Assert.Equal(0, Ledger.Sum(book).Value);
    }

    [Fact]
    public void Dispose_FreesTheLedger()
    {
        int before = Ledger.OpenCount();
        LedgerHandle book = Filled(1);
        Assert.Equal(before + 1, Ledger.OpenCount());
        book.Dispose();
        Assert.Equal(before, Ledger.OpenCount());
    }

    private static LedgerHandle Filled(params int[] amounts)
    {
        LedgerHandle book = Ledger.New(nameof(Filled));
        Array.ForEach(amounts, amount => Append(book, amount));
        return book;
    }

    private static void Append(LedgerHandle book, int amount) =>
        Assert.Equal(0, Ledger.Append(book, new Entry { Amount = new CLong(amount) }, out _));
}
