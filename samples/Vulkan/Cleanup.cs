namespace Vulkan;

/// <summary>What has to be destroyed, the last first.</summary>
internal sealed class Cleanup : IDisposable
{
    private readonly Stack<Action> _steps = new();

    /// <summary>Takes note of something that was made.</summary>
    public T Add<T>(T made, Action<T> destroy)
    {
        _steps.Push(() => destroy(made));
        return made;
    }

    public void Dispose()
    {
        while (_steps.TryPop(out Action? step))
        {
            step();
        }
    }
}
