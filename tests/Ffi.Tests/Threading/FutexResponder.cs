namespace Ffi.Tests.Threading;

/// <summary><c>struct responder</c> of native/sharedmemory/futex.c: answers each odd value of the word with the next even one.</summary>
internal struct FutexResponder
{
    public int Word;
    public int Rounds;
    public int Scope;
}
