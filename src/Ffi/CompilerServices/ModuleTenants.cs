namespace Ffi.CompilerServices;

/// <summary>The living tenants of one module. Not synchronized: the module's lock guards it.</summary>
internal sealed class ModuleTenants
{
    // A tenant that is only reachable from a finalizer can still be called by it, so the references outlive finalization.
    private readonly List<WeakReference<IModuleTenant>> _tenants = [];

    // Doubling after each sweep keeps adding at amortized constant cost.
    private int _sweepAt = 16;

    public int Count => _tenants.Count;

    public void Add(IModuleTenant tenant)
    {
        if (_tenants.Count == _sweepAt)
        {
            _tenants.RemoveAll(static reference => !reference.TryGetTarget(out _));
            _sweepAt = Math.Max(16, _tenants.Count * 2);
        }

        _tenants.Add(new WeakReference<IModuleTenant>(tenant, trackResurrection: true));
    }

    public IReadOnlyList<IModuleTenant> TakeAll()
    {
        var living = new List<IModuleTenant>(_tenants.Count);
        foreach (WeakReference<IModuleTenant> reference in _tenants)
        {
            if (reference.TryGetTarget(out IModuleTenant? tenant))
            {
                living.Add(tenant);
            }
        }

        _tenants.Clear();
        return living;
    }
}
