// libuv: timers that tick on the loop's thread, and work on threads that libuv made.
//
//     dotnet run --project samples/Uv

using Uv;

using EventLoop loop = new();
int here = Environment.CurrentManagedThreadId;

int ticks = 0;
loop.AddTimer(TimeSpan.FromMilliseconds(2), () =>
{
    ticks++;
    return ticks < 5;
});

// The parts are counted on several threads of libuv's, and added up on this one.
const int parts = 8, numbers = 1_000_000;
long primes = 0;
int elsewhere = 0, back = 0;
for (int i = 0; i < parts; i++)
{
    int part = i;
    long count = 0;
    loop.Queue(
        work: () =>
        {
            count = Primes.Count(part * (numbers / parts), (part + 1) * (numbers / parts));
            Interlocked.Add(ref elsewhere, Environment.CurrentManagedThreadId == here ? 0 : 1);
        },
        done: () =>
        {
            primes += count;
            back += Environment.CurrentManagedThreadId == here ? 1 : 0;
        });
}

loop.Run();
Console.WriteLine($"timer   {ticks} ticks");
Console.WriteLine($"work    {elsewhere} of {parts} parts on libuv's threads, {back} answers on this one");
Console.WriteLine($"result  {primes:N0} primes below {numbers:N0}");
