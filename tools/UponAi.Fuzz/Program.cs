using UponAi.Fuzz.CommandLine;

return await FuzzCommand.Create().Parse(args).InvokeAsync();
