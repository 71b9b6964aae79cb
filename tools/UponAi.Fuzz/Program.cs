using UponAi.Fuzz;

return await FuzzCommand.Create().Parse(args).InvokeAsync();
