using Ffi.Headers.Digest;

namespace Ffi.Bind.Tests.Calls;

/// <summary>Hard cases of structs: what C# writes is what C reads.</summary>
public sealed class StructTests
{
    // Windows puts bitfields of different types into different units, so the struct is bound for Linux alone.
    [Fact]
    public void Bitfields_AreWrittenAndReadWhereCHasThem()
    {
        const string Header = """
            #include <stdint.h>
            #include <stdbool.h>
            typedef enum { SMALL, LARGE = 2 } size_kind;
            struct bits { unsigned a : 3; int b : 5; unsigned long long c : 40; bool d : 1; size_kind e : 2; uint8_t f; unsigned g : 32; unsigned : 4; unsigned h : 7; };
            long long sum_bits(const struct bits *value);
            void fill_bits(struct bits *out);
            """;
        const string C = """
            long long sum_bits(const struct bits *v) { return v->a + 10LL * v->b + 1000LL * (long long)v->c + 7 * v->d + 11 * v->e + 13 * v->f + 17LL * v->g + 19 * v->h; }
            void fill_bits(struct bits *v) { v->a = 5; v->b = -16; v->c = 0xFFFFFFFFFFULL; v->d = 1; v->e = LARGE; v->f = 200; v->g = 0xFEDCBA98u; v->h = 101; }
            """;
        const string Calls = """
            static class Test
            {
                public static object Run()
                {
                    Bits value = new() { A = 5, B = -7, C = 0x8012345678, D = true, E = SizeKind.Large, F = 200, G = 0xFEDCBA98, H = 99 };
                    long sum = Library.SumBits(in value);
                    Library.FillBits(out Bits filled);
                    return $"{sum} {filled.A} {filled.B} {filled.C:X} {filled.D} {filled.E} {filled.F} {filled.G:X} {filled.H}";
                }
            }
            """;
        long expected = 5 + (10L * -7) + (1000L * 0x8012345678) + 7 + (11 * 2) + (13 * 200) + (17L * 0xFEDCBA98) + (19 * 99);
        Assert.Equal(
            $"{expected} 5 -16 FFFFFFFFFF True Large 200 FEDCBA98 101",
            CLibrary.Run(Header, C, Calls, platforms: PlatformNames.Find("linux")));
    }

    [Fact]
    public void Unions_UnnamedMembers_AndFlexibleArrays_AreReached()
    {
        const string Header = """
            #include <stdint.h>
            struct message { int kind; union { int number; double real; struct { short x, y; } point; }; uint32_t count; uint16_t items[]; };
            union word { uint32_t whole; uint8_t bytes[4]; };
            int read_message(const struct message *value);
            uint32_t swap_word(union word value);
            """;
        const string C = """
            int read_message(const struct message *v) { int sum = v->kind + v->point.x * 100 + v->point.y * 10000; for (unsigned i = 0; i < v->count; i++) sum += v->items[i]; return sum; }
            uint32_t swap_word(union word v) { return (uint32_t)v.bytes[3] | (uint32_t)v.bytes[2] << 8 | (uint32_t)v.bytes[1] << 16 | (uint32_t)v.bytes[0] << 24; }
            """;
        const string Calls = """
            static unsafe class Test
            {
                public static object Run()
                {
                    byte* memory = stackalloc byte[sizeof(Message) + 8];
                    ref Message message = ref *(Message*)memory;
                    message.Kind = 3;
                    message.Point.X = 2;
                    message.Point.Y = 5;
                    message.Count = 3;
                    message.Items(3)[0] = 1_000;
                    message.Items(3)[1] = 2_000;
                    message.Items(3)[2] = 4_000;
                    Word word = new() { Whole = 0x12345678 };
                    return $"{Library.ReadMessage(in message)} {Library.SwapWord(word):X}";
                }
            }
            """;
        Assert.Equal("57203 78563412", CLibrary.Run(Header, C, Calls));
    }

    [Fact]
    public void PackedAndAlignedStructs_LieAsInC()
    {
        const string Header = """
            #include <stdint.h>
            #pragma pack(push, 1)
            struct packed { uint8_t a; uint32_t b; uint16_t c; uint64_t d; };
            #pragma pack(pop)
            struct padded { uint8_t a; uint32_t b __attribute__((aligned(8))); };
            long long sum_packed(const struct packed *value);
            int second(const struct padded *values, int count);
            """;
        const string C = """
            long long sum_packed(const struct packed *v) { return v->a + 10LL * v->b + 100LL * v->c + 1000LL * (long long)v->d; }
            int second(const struct padded *v, int count) { return count > 1 ? (int)v[1].b : -1; }
            """;
        const string Calls = """
            static class Test
            {
                public static object Run() =>
                    $"{Library.SumPacked(new Packed { A = 1, B = 2, C = 4, D = 8 })} {Library.Second([new Padded { B = 5 }, new Padded { B = 9 }], 2)}";
            }
            """;
        Assert.Equal("8421 9", CLibrary.Run(Header, C, Calls));
    }
}
