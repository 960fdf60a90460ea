// Each test builds and runs whole programs, which take all processors there are.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
