namespace Ffi;

/// <summary>The blocks that were given back last: enough to tell a double release from a wrong one.</summary>
internal sealed class ReleasedBlocks
{
    private readonly SharedBlock[] _blocks = new SharedBlock[64];
    private uint _count;

    public void Add(SharedBlock block) => _blocks[_count++ % (uint)_blocks.Length] = block;

    public SharedBlock? Find(nint address)
    {
        int index = Array.FindLastIndex(_blocks, block => block.Address == address && block.Number != 0);
        return index < 0 ? null : _blocks[index];
    }
}
