namespace UponAi.Testing;

/// <summary>The end of the connection after a reply.</summary>
internal enum ReplyEnding
{
    KeepAlive,
    Close,
    Reset,
    Silence,
}
