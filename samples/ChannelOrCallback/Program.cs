// A native thread makes records; C# adds them up. Once it is called back for each record, once it reads them from a channel.
//
//     dotnet run -c Release --project samples/ChannelOrCallback [records]

using System.Diagnostics;
using System.Globalization;
using ChannelOrCallback;
using Ffi;

uint recordCount = args is [var given] ? uint.Parse(given, CultureInfo.InvariantCulture) : 20_000_000;

for (int round = 1; round <= 3; round++)
{
    double called = Measure("callback, one call a record", CalledBack.Sum);
    double copied = Measure("channel, read into a buffer  ", ThroughChannel.SumCopied);
    double inPlace = Measure("channel, read where they lie ", ThroughChannel.SumInPlace);
    Console.WriteLine($"round {round}: the channel moves {called / copied:F1} and {called / inPlace:F1} times as many records\n");
}

double Measure(string name, Func<uint, ulong> sum)
{
    long allocated = GC.GetTotalAllocatedBytes(precise: true);
    long start = Stopwatch.GetTimestamp();
    ulong result = sum(recordCount);
    double nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds / recordCount;
    allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;

    bool isRight = result == (ulong)recordCount * (recordCount - 1) / 2;
    Console.WriteLine(
        $"{name}  {nanoseconds, 6:F2} ns a record, {1000 / nanoseconds, 7:F0} million a second, {allocated} B, {(isRight ? "sum right" : "SUM WRONG")}"
    );
    return nanoseconds;
}
