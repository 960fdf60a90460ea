namespace PluginHost;

/// <summary>Threads that ask a host without pause, and check the answers.</summary>
internal sealed class Callers
{
    private readonly Host _host;
    private readonly Thread[] _threads;
    private volatile bool _isStopping;
    private int _fahrenheit, _kelvin, _wrong;

    public Callers(Host host, int count = 3)
    {
        _host = host;
        _threads = [.. Enumerable.Range(0, count).Select(_ => new Thread(Ask))];
        Array.ForEach(_threads, static thread => thread.Start());
    }

    public int Count => _threads.Length;

    public int Wrong => _wrong;

    /// <summary>Returns after the answer was given a thousand times more.</summary>
    public void WaitFor(double answer)
    {
        ref int count = ref answer == 212 ? ref _fahrenheit : ref _kelvin;
        int end = Volatile.Read(ref count) + 1_000;
        while (Volatile.Read(ref count) < end)
        {
            Thread.Yield();
        }
    }

    public void Stop()
    {
        _isStopping = true;
        Array.ForEach(_threads, static thread => thread.Join());
    }

    private void Ask()
    {
        while (!_isStopping)
        {
            switch (_host.Convert(100))
            {
                case 212:
                    Interlocked.Increment(ref _fahrenheit);
                    break;
                case 373.15:
                    Interlocked.Increment(ref _kelvin);
                    break;
                default:
                    Interlocked.Increment(ref _wrong);
                    break;
            }
        }
    }
}
