using UponAi.Sandbox.Requests;

namespace UponAi.Sandbox.State;

/// <summary>A number, what is bound to it, and how often it was changed. Each locks for itself, never for others.</summary>
internal sealed class NumberRecord(int id, string number, Account account, int workspaceId, Bindings bindings)
{
    private Bindings bindings = bindings;
    private int applied;
    private int answered;

    internal int Id => id;

    internal string Number => number;

    internal Account Account => account;

    internal int WorkspaceId => workspaceId;

    internal Bindings Bindings => Volatile.Read(ref bindings);

    /// <summary>An extension in the form of <c>+14155550100;ext=7</c> has the number before the semicolon as its base; others are their own.</summary>
    internal string BaseNumber => number.Split(';', 2)[0];

    internal bool FailsImport(Bindings bound) => number == SandboxSeed.ImportFailingNumber && bound.Inbound.Count + bound.Outbound.Count > 0;

    internal Bindings Apply(AssignmentRequest request)
    {
        lock (this)
        {
            applied++;
            return bindings = request.ApplyTo(bindings);
        }
    }

    internal void CountAnswer() => Interlocked.Increment(ref answered);

    internal NumberSnapshot Snapshot()
    {
        lock (this) return new(number, account.Sid, workspaceId, bindings, FailsImport(bindings), applied, Volatile.Read(ref answered));
    }
}
