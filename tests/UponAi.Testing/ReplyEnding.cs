namespace UponAi.Testing;

/// <summary>What becomes of the connection after a reply.</summary>
internal enum ReplyEnding
{
    KeepAlive,
    Close,
    Reset,
    Silence,
}
